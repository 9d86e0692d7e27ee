import {
  openData,
  OpenFileInput,
  type OpenFormat,
  type OpenMonth,
  OpenMonthInput,
  openNames,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller, StreamableFile } from '@nestjs/common';
import { byteOrderMark, csvLine } from './csv.js';
import { type FileContract, Serves, ServesFile } from './endpoint.js';
import type { Language } from './language.js';

const mediaTypes: Record<OpenFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

const { errors, callers, reach } = openData.get;
const openFile: FileContract<OpenFileInput> = { input: OpenFileInput, errors, callers, reach };

/** What everybody may read and carry away: no sign-in, nothing small. */
@Controller()
export class OpenController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/open/totals', openData.get, {
    zh: '公开：一个区划一个月的合计，小于 5 的数不给出',
    en: 'Public: the totals of a division and month, without figures below 5',
  })
  get(input: OpenMonthInput, call: Call): Promise<OpenMonth> {
    return this.rpc.call(openData.get, input, call);
  }

  @ServesFile('/open/totals/file', openFile, ['text/csv', 'application/json'], {
    zh: '公开：同上，开放数据文件',
    en: 'Public: the same as a file of open data',
  })
  async readFile({ format, ...input }: OpenFileInput, call: Call, _: Language): Promise<StreamableFile> {
    const month = await this.rpc.call(openData.get, input, call);
    const text = format === 'csv' ? openCsv(month) : `${JSON.stringify(month, undefined, 2)}\n`;
    const disposition = `attachment; filename="shunlu-open-${month.region}-${month.month}.${format}"`;
    return new StreamableFile(Buffer.from(text), { type: mediaTypes[format], disposition });
  }
}

/** Columns bear the names of the API in every language; an empty cell is kept back. */
export function openCsv({ month, rows, threshold, publishedAt }: OpenMonth): string {
  const head = ['month', 'region', 'name', 'level', ...openNames, 'threshold', 'publishedAt'];
  const lines = rows.map(({ region, name, level, figures }) =>
    csvLine([
      ...[month, region, name, level],
      ...openNames.map((each) => figures[each] ?? ''),
      ...[threshold, publishedAt],
    ]),
  );
  return byteOrderMark + csvLine(head) + lines.join('');
}
