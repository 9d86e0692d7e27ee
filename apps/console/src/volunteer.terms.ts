import type { Schemas } from './api';
import type { Terms } from './terms';

export const verificationNames: Terms<Schemas['VolunteerView']['verification']> = {
  unverified: ['未核验', 'Not verified'],
  pending: ['待核验', 'To be verified'],
  verified: ['已实名', 'Verified'],
  refused: ['未通过', 'Refused'],
};

export const documentNames: Terms<NonNullable<Schemas['VolunteerView']['documentType']>> = {
  residentId: ['居民身份证或居住证', 'Resident card or permit'],
  hongKongMacaoPermit: ['港澳居民来往内地通行证', 'Permit for Hong Kong and Macao'],
  taiwanPermit: ['台湾居民来往大陆通行证', 'Permit for Taiwan'],
  passport: ['护照', 'Passport'],
  foreignPermanentResident: ['外国人永久居留身份证', 'Card of foreign permanent residents'],
};

export const skillNames: Terms<
  | 'groceries'
  | 'medicine'
  | 'parcels'
  | 'repair'
  | 'haircut'
  | 'company'
  | 'paperwork'
  | 'disabilityCard'
  | 'driving'
  | 'firstAid'
> = {
  groceries: ['买菜买粮', 'Groceries'],
  medicine: ['取药', 'Medicine'],
  parcels: ['取快递', 'Parcels'],
  repair: ['小修小补', 'Small repairs'],
  haircut: ['理发', 'Haircut'],
  company: ['陪伴', 'Company'],
  paperwork: ['代办手续', 'Paperwork'],
  disabilityCard: ['残疾证办理', 'Disability card'],
  driving: ['驾驶', 'Driving'],
  firstAid: ['急救', 'First aid'],
};

export const noShowStates: Terms<Schemas['NoShowView']['state']> = {
  recorded: ['已记录', 'Recorded'],
  appealed: ['申诉中', 'Appealed'],
  upheld: ['维持', 'Stands'],
  withdrawn: ['已撤销', 'Withdrawn'],
};

export const appealReasons: Terms<NonNullable<Schemas['NoShowView']['appealReason']>> = {
  residentAsked: ['居民要求', 'The resident asked for it'],
  checkInFailed: ['签到失败', 'Checking in failed'],
  accident: ['意外', 'Accident'],
  illness: ['生病', 'Illness'],
  wasThere: ['实际到了', 'Was there'],
  other: ['其他', 'Other'],
};

export const suspensionStates: Terms<Schemas['SuspensionView']['state']> = {
  running: ['暂停中', 'Running'],
  reviewAsked: ['申请复核', 'Review asked for'],
  kept: ['维持', 'Kept'],
  lifted: ['已解除', 'Lifted'],
};
