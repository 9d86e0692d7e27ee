import { entry } from './error.entry.js';

/** Why an organisation is not registered or changed, and what of its staff is not taken. */
export const organisationErrors = {
  'organisation.exists': entry(
    409,
    ['该机构已登记', '请直接使用已登记的机构；若旧机构已撤销，请先登记其撤销日期。'],
    ['This organisation is registered already', 'Use the registered one; one that is gone is closed first.'],
  ),
  'organisation.closed': entry(
    409,
    ['该机构已登记撤销，或尚未成立', '请选择正在运行的机构。'],
    ['This organisation is closed, is to close, or is not open yet', 'Choose one that stays open.'],
  ),
  'organisation.datesInvalid': entry(
    422,
    ['撤销日期不能早于成立日期', '请核对两个日期；当天成立、当天撤销可以。'],
    ['It cannot close before it opens', 'Check both days; both may be the same.'],
  ),
  'organisation.supervisorInvalid': entry(
    422,
    ['该机构不能督导它', '请选择正在运行、管辖其区划的上级机构：区划更大，或层级更高。'],
    [
      'That organisation cannot supervise it',
      'Choose an open one whose division contains its own: of a wider division, or of a higher kind.',
    ],
  ),
  'organisation.operatorInvalid': entry(
    422,
    ['承接关系不成立', '只有社工站、县总站、指导中心和社工室由承接机构运营；请选择正在运行的承接机构。'],
    [
      'That organisation cannot run it',
      'Only stations, hubs, guidance centres and rooms are run by an operating organisation; choose an open one.',
    ],
  ),
  'organisation.hasStaff': entry(
    409,
    ['还有 {staff} 人在该机构任职，不能撤销', '请先停用这些账号或改派，再登记撤销。'],
    ['{staff} people still work for it', 'Take their accounts off first, then close it.'],
  ),
  'version.conflict': entry(
    409,
    ['内容已被他人修改，现为第 {version} 版', '请刷新，在最新内容上重新修改。'],
    ['Somebody changed it since; it is at version {version}', 'Refresh, and change what is there now.'],
  ),
  'employment.licenceInvalid': entry(
    422,
    ['证书日期不对或同级证书重复', '发证日期不晚于今天，有效期不早于发证日期，每级只登记一份。'],
    [
      'A licence has impossible days, or is there twice',
      'It is issued by today and valid from then on; name one of each kind.',
    ],
  ),
  'employment.supervisorInvalid': entry(
    422,
    ['此人不能担任督导', '督导须是同城在岗人员，不能是本人，也不能互为督导。'],
    [
      'That person cannot be the supervisor',
      'Choose an active member of staff of the same city: not the person, nor somebody who is supervised by them.',
    ],
  ),
};
