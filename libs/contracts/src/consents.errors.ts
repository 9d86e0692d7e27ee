import { entry } from './error.entry.js';

/** Why a consent is not taken, what one that is withdrawn stops, and why one cannot leave yet. */
export const consentErrors = {
  'volunteer.errandsHeld': entry(
    409,
    ['您还有 {count} 个任务没有完成', '请先完成或退回已接的任务，再退出。'],
    ['You still hold {count} errands', 'Finish them or give them back, then leave.'],
  ),
  'consent.textChanged': entry(
    409,
    ['同意书已有新版本', '现为 {version} 版；请阅读后再同意。'],
    ['The text of this consent has changed', 'It is at version {version}: read it, then consent.'],
  ),
  'portrait.consentMissing': entry(
    409,
    ['还没有同意使用照片', '请先在照片页面阅读并同意“照片给被服务的人看”，再设置照片。'],
    ['The consent to a portrait is missing', 'Read and give the consent to a portrait first, then set it.'],
  ),
  'consent.locationWithdrawn': entry(
    409,
    ['您已撤回位置的同意', '请用服务码或门上二维码；要用位置，请在“我的同意”中重新同意。'],
    [
      'You have withdrawn the consent to location',
      'Use the service code or the code at the door; to use your place, consent to it again.',
    ],
  ),
};
