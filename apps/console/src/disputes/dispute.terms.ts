import type { Schemas } from '../api';
import type { Terms } from '../terms';

export const objectionStates: Terms<Schemas['ObjectionView']['state']> = {
  raised: ['待受理', 'Raised'],
  investigating: ['核查中', 'Looked into'],
  upheld: ['支持', 'Upheld'],
  dismissed: ['驳回', 'Dismissed'],
};

export const objectionReasons: Terms<Schemas['ObjectionView']['reason']> = {
  minutesTooFew: ['时长少记', 'Too few minutes'],
  minutesTooMany: ['时长多记', 'Too many minutes'],
  wronglyVoided: ['误作废', 'Wrongly voided'],
  notServed: ['没有服务', 'Not served'],
  wrongPerson: ['记错人', 'The wrong person'],
  other: ['其他', 'Other'],
};

export const correctionStates: Terms<Schemas['CorrectionView']['state']> = {
  proposed: ['待复核', 'To be decided'],
  applied: ['已生效', 'Applied'],
  declined: ['未采纳', 'Declined'],
};

export const correctionKinds: Terms<Schemas['CorrectionView']['kind']> = {
  correct: ['更正', 'Correct it'],
  void: ['作废', 'Void it'],
};

export const correctionReasons: Terms<Schemas['CorrectionView']['reason']> = {
  forgotCheckOut: ['忘记签退', 'Forgot to check out'],
  wrongTimes: ['时间有误', 'Wrong times'],
  wrongMinutes: ['时长有误', 'Wrong minutes'],
  notServed: ['没有服务', 'Not served'],
  duplicate: ['重复', 'Duplicate'],
  notVolunteering: ['不属于志愿服务', 'Not volunteering'],
  wronglyVoided: ['误作废', 'Wrongly voided'],
};

export const evidenceKinds: Terms<Schemas['CorrectionView']['evidence']> = {
  residentSaid: ['居民说明', 'The resident said so'],
  paperSlip: ['纸条', 'A paper slip'],
  photo: ['照片', 'A photograph'],
  callBack: ['电话回访', 'A call back'],
  deviceLog: ['设备记录', 'What the device recorded'],
  seenByStaff: ['工作人员所见', 'Seen by staff'],
};

export const disputeReasons: Terms<'notServed' | 'minutesTooMany' | 'otherPerson' | 'unfinished' | 'other'> =
  {
    notServed: ['没有服务', 'Not served'],
    minutesTooMany: ['时长多记', 'Too many minutes'],
    otherPerson: ['不是本人来的', 'Somebody else came'],
    unfinished: ['没有做完', 'Unfinished'],
    other: ['其他', 'Other'],
  };
