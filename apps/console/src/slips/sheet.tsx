import { Button } from 'antd';
import type { Schemas } from '../api';
import { useText } from '../language';

/** Slips as they come out of the printer, to be cut apart; on paper both languages, whoever finds one. */
export function Sheet({ sheet, resident }: { sheet: Schemas['SlipSheet']; resident: string }) {
  const t = useText();
  return (
    <>
      <div className="steps screen">
        <p role="status">
          {t(
            '已生成。八位码只在这张纸上，离开本页后不再显示。',
            'Made. The codes are on this paper alone; they are not shown again once you leave the page.',
          )}
        </p>
        <Button type="primary" autoFocus onClick={() => window.print()}>
          {t('打印', 'Print')}
        </Button>
      </div>
      <ul className="sheet">
        {sheet.slips.map(({ id, code }) => (
          <li key={id} className="slip">
            <strong>顺路 · 服务确认纸条</strong>
            <span>{resident}</span>
            <span className="code">{code.replace(/(.{4})(?=.)/, '$1 ')}</span>
            <span>服务结束后，把这张纸条交给志愿者，一张确认一次服务。志愿服务不收费。</span>
            <span lang="en">Hand one to the volunteer after each service. Nothing is to be paid.</span>
            <span>{`有效期至 · good until ${sheet.expiresOn}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
