import { entry } from './error.entry.js';

export const subscriptionErrors = {
  'subscription.off': entry(
    409,
    ['此处未开通报告推送', '请运维设置 WEBHOOK_KEY 后再订阅；也可按期下载报告文件。'],
    [
      'Reports are not sent from here',
      'Ask whoever runs this installation to set WEBHOOK_KEY, or download the files of reports.',
    ],
  ),
  'subscription.targetRefused': entry(
    422,
    [
      '不能推送到这个地址',
      '请填写 https 地址，不含用户名与口令，且须为公网地址：内网、本机与链路本地地址一律拒绝。',
    ],
    [
      'Reports cannot be sent to this address',
      'Give an https address without user name and password, on the public internet: private, loopback and link-local addresses are refused.',
    ],
  ),
};
