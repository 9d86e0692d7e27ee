import { entry } from './error.entry.js';

/** Why values are not counted or sealed anew now. */
export const sealingErrors = {
  'sealing.underWay': entry(
    409,
    ['该服务已有一项清点或重新密封正在进行', '请等它结束（刷新可看进度），再重新发起。'],
    [
      'This service is already counting or sealing anew',
      'Wait for it to end (refresh to see how far it is), then ask again.',
    ],
  ),
};
