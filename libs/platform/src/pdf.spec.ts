import { describe, expect, it } from '@jest/globals';
import { readPdf } from '#testing';
import { endPdf, startPdf } from './pdf.js';

const at = new Date('2026-03-02T01:00:00Z');

async function draw(text: string): Promise<Buffer> {
  const pdf = await startPdf({ title: '示例', language: 'zh', at });
  pdf.text(text);
  pdf.font('bold').text('粗体');
  return endPdf(pdf);
}

describe('a PDF', () => {
  it('draws Chinese, rare characters of names too, in fonts it carries, cut to what is drawn', async () => {
    // Names as they stand on cards: GB 2312, then rarer ones of GB 18030.
    const text = '张三，欧阳示例；㛃 䶮 喆 堃 翀';
    const file = await draw(text);
    const read = readPdf(file);
    expect(read.text.replaceAll('\n', '')).toBe(`${text}粗体`);
    expect(read.fonts.map((font) => font.replace(/^[A-Z]{6}/, ''))).toEqual([
      '+NotoSansSC-Regular',
      '+NotoSansSC-Bold',
    ]);
    expect(file.length).toBeLessThan(50_000);
  });

  it('is the same file of the same content at the same time', async () => {
    expect(await draw('证明')).toEqual(await draw('证明'));
  });

  it('goes on with another page where one is full', async () => {
    expect(readPdf(await draw('一行\n'.repeat(80))).pages).toBe(2);
  });
});
