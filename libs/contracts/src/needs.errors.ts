import { entry, type ErrorEntry } from './error.entry.js';

/** What can be wrong with templates, series, stops, referrals and those who act for a resident. */
export const needErrors = {
  'template.versionConflict': entry(
    409,
    ['模板已有第 {version} 版', '请先查看最新版本，再保存为第 {nextVersion} 版。'],
    ['The template is at version {version}', 'Look at it first, then save version {nextVersion}.'],
  ),
  'template.keyTaken': entry(
    409,
    ['本地区已有同名模板', '请修改已有的模板（同一编号的下一版），或换一个名称（key）。'],
    ['There is a template of this key here', 'Save the next version of that one, or use another key.'],
  ),
  'template.notOffered': entry(
    422,
    ['此处不提供这个模板', '请从该社区的模板列表中选择。'],
    ['This template is not offered here', 'Choose one from the list of the community.'],
  ),
} satisfies Record<string, ErrorEntry>;
