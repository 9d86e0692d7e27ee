import { list, text, url } from './setting.js';

/** Keywords of a template in WeChat's order of ours: type of errand, community, time, minutes. */
const usualFields = ['thing1', 'thing2', 'time3', 'thing4'];

/** The mini-program at WeChat: signing in, and messages that people have said yes to. */
export const wechatSettings = {
  wechatUrl: url(
    'WECHAT_URL',
    '微信接口基础地址；npm start 设为本机替身',
    'base address of the WeChat API; npm start sets a local stand-in',
    { default: 'https://api.weixin.qq.com' },
  ),
  wechatAppId: text(
    'WECHAT_APP_ID',
    '小程序 AppID；空则不发订阅消息',
    'app id of the mini-program; empty sends no subscribe messages',
    { default: '' },
  ),
  wechatAppSecret: text('WECHAT_APP_SECRET', '小程序 AppSecret', 'app secret of the mini-program', {
    default: '',
    secret: true,
  }),
  alertTemplate: text(
    'WECHAT_ALERT_TEMPLATE',
    '订阅消息模板 ID：附近有任务；空则不发',
    'template id of the subscribe message “an errand near you”; empty sends none',
    { default: '' },
  ),
  alertFields: list(
    'WECHAT_ALERT_FIELDS',
    '该模板的四个关键词，依次为：任务类型、社区、时间、时长',
    'its four keywords in this order: type of errand, community, time, minutes',
    usualFields,
  ),
  dispatchTemplate: text(
    'WECHAT_DISPATCH_TEMPLATE',
    '订阅消息模板 ID：社工站点名征询；空则不发',
    'template id of the subscribe message “the station asks you”; empty sends none',
    { default: '' },
  ),
  dispatchFields: list(
    'WECHAT_DISPATCH_FIELDS',
    '该模板的四个关键词，顺序同上',
    'its four keywords in the same order',
    usualFields,
  ),
} as const;
