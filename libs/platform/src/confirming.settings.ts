import { integer, text } from './setting.js';

/** How records are confirmed, and what becomes of who does not come. */
export const confirmingSettings = {
  noticeDays: integer(
    'NOTICE_DAYS',
    '服务记录确认后公示的天数，0 为不公示；公示结束才计入时间积分与统计',
    'days a confirmed record is in public notice, 0 for none; it is credited and counted after that',
    { default: 0, min: 0, max: 60 },
  ),
  autoConfirmHours: integer(
    'AUTO_CONFIRM_HOURS',
    '设备核验的时长无人异议时，服务结束后自动确认的小时数',
    'hours after which device-verified minutes nobody spoke against are confirmed by themselves',
    { default: 72, min: 1, max: 720 },
  ),
  slipDays: integer('SLIP_DAYS', '确认纸条有效天数', 'days a paper slip is taken', {
    default: 90,
    min: 1,
    max: 366,
  }),
  pairSpanDays: integer(
    'PAIR_SPAN_DAYS',
    '统计两人互相确认次数的天数',
    'span in which confirmations between two people are counted, days',
    { default: 30, min: 1, max: 366 },
  ),
  pairConfirmations: integer(
    'PAIR_CONFIRMATIONS',
    '两人之间确认达到多少次才提示社工站',
    'confirmations between two people from which the station is told',
    { default: 10, min: 2, max: 1000 },
  ),
  pairPercent: integer(
    'PAIR_PERCENT',
    '并且占该志愿者全部确认的百分比',
    'and their share of all confirmations of that volunteer, per cent',
    { default: 50, min: 1, max: 100 },
  ),
  workingDaysFile: text(
    'WORKING_DAYS_FILE',
    '法定节假日与调休表，相对于项目目录',
    'table of public holidays and days worked in exchange, relative to the project',
    { default: 'libs/regions/data/working-days.json' },
  ),
  noShowGraceMinutes: integer(
    'NO_SHOW_GRACE_MINUTES',
    '时段结束后多少分钟仍未签到记为爽约',
    'minutes after the window after which a missing check-in is a no-show',
    { default: 30, min: 0, max: 1440 },
  ),
  noShowLimit: integer('NO_SHOW_LIMIT', '爽约几次暂停接单', 'no-shows that suspend a volunteer', {
    default: 3,
    min: 1,
    max: 100,
  }),
  noShowDays: integer('NO_SHOW_DAYS', '爽约累计的天数', 'span in which no-shows add up, days', {
    default: 30,
    min: 1,
    max: 366,
  }),
  suspensionDays: integer('SUSPENSION_DAYS', '暂停接单的天数', 'length of a suspension, days', {
    default: 14,
    min: 1,
    max: 366,
  }),
} as const;
