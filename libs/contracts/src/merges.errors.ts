import { entry } from './error.entry.js';

/** Why two registrations are not made one. */
export const mergeErrors = {
  'merge.sameRegistration': entry(
    422,
    ['两个编号是同一条注册', '请填写两条不同的注册：保留的与并入的。'],
    ['Both are the same registration', 'Name two: the one that stays and the one that ends.'],
  ),
  'merge.keptUnverified': entry(
    409,
    ['保留的注册未完成实名核验', '请先核验它，或改为保留已核验的一条。'],
    ['The registration that stays is not verified', 'Verify it first, or keep the one that is verified.'],
  ),
  'merge.unlike': entry(
    409,
    ['两条注册的出生日期不同，不像同一人', '请核对证件；其中一条号码录入有误的，原因请选“wrongNumber”。'],
    [
      'The dates of birth differ: this does not look like one person',
      'Look at the documents; where one number was mistyped, give wrongNumber as the reason.',
    ],
  ),
  'merge.alreadyProposed': entry(
    409,
    ['其中一条注册已有待批准的合并', '请先批准或不批准那一项（GET /volunteer-merges?state=requested）。'],
    [
      'One of them waits in another proposal',
      'Decide on that one first (GET /volunteer-merges?state=requested).',
    ],
  ),
  'merge.errandsHeld': entry(
    409,
    ['并入的注册还有 {count} 个任务没有完成', '请由本人完成或退回，或由社工站改派后再批准。'],
    [
      'The registration that ends still holds {count} errands',
      'Have them finished or given back, then approve.',
    ],
  ),
};
