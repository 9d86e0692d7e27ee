import type { Schemas } from '../api';
import type { Wording } from '../language';
import type { Terms } from '../terms';

type Run = Schemas['SealingRunView'];

/** What the sealed tables hold, as the services name them. */
const tables: Record<string, Wording> = {
  award: ['荣誉', 'Honour'],
  certificate: ['证明', 'Certificate'],
  correction: ['更正', 'Correction'],
  dispute: ['争议', 'Dispute'],
  errand_notice: ['任务报告', 'Notice of an errand'],
  feedback: ['评价', 'Feedback'],
  guardian_consent: ['监护人同意', 'Guardian’s consent'],
  message_address: ['微信通知', 'WeChat messages'],
  need: ['需求', 'Need'],
  need_series_stop: ['周期需求的停靠点', 'Stop of a series'],
  need_stop: ['停靠点', 'Stop'],
  no_show: ['爽约', 'No-show'],
  objection: ['异议', 'Objection'],
  photo: ['照片', 'Photo'],
  portrait: ['头像', 'Portrait'],
  qualification: ['资格', 'Qualification'],
  referral: ['转介', 'Referral'],
  resident: ['服务对象', 'Resident'],
  second_factor: ['动态验证码', 'One-time codes'],
  suspension: ['暂停', 'Suspension'],
  volunteer: ['志愿者', 'Volunteer'],
};

const columns: Record<string, Wording> = {
  answer_sealed: ['答复', 'answer'],
  appeal_note_sealed: ['申诉', 'appeal'],
  birth_day_sealed: ['出生日期', 'date of birth'],
  comment_sealed: ['评语', 'comment'],
  contact_name_sealed: ['联系人', 'contact'],
  contact_phone_sealed: ['联系电话', 'phone of the contact'],
  content_sealed: ['内容', 'content'],
  decision_reason_sealed: ['核验理由', 'reason of the decision'],
  door_sealed: ['门牌', 'door'],
  guardian_name_sealed: ['监护人姓名', 'name of the guardian'],
  id_number_sealed: ['证件号码', 'ID number'],
  image_sealed: ['图像', 'image'],
  name_sealed: ['姓名', 'name'],
  note_sealed: ['说明', 'note'],
  number_sealed: ['编号', 'number'],
  openid_sealed: ['收件标识', 'address'],
  phone_sealed: ['电话', 'phone'],
  point_sealed: ['位置', 'position'],
  reason_sealed: ['理由', 'reason'],
  revocation_reason_sealed: ['撤销理由', 'reason of the revocation'],
  sealed: ['文件', 'file'],
  secret_sealed: ['密钥', 'secret'],
  service_code_sealed: ['服务码', 'service code'],
};

/** What a value is, in words; the names of table and column where there are none. */
export function wordingOf({ table, column }: { table: string; column: string }): Wording {
  const whole = tables[table];
  const part = columns[column];
  if (!whole || !part) return [`${table}.${column}`, `${table}.${column}`];
  return [`${whole[0]} · ${part[0]}`, `${whole[1]}: ${part[1]}`];
}

export const kinds: Terms<Run['kind']> = {
  count: ['清点', 'Count'],
  reseal: ['重新密封', 'Seal anew'],
};

export const outcomes: Terms<NonNullable<Run['outcome']>> = {
  done: ['已完成', 'done'],
  incomplete: ['有剩余', 'some left'],
  superseded: ['换了密钥，未做完', 'ended by the next key'],
};
