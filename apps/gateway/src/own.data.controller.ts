import {
  creditData,
  DomainError,
  Nothing,
  type OwnDataPage,
  type OwnDatum,
  registerData,
  serviceData,
  type StatementLine,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { ServesFile } from './endpoint.js';
import type { Language } from './language.js';
import { Statement } from './statement.js';

/** Every service that keeps something of people, by the name it has in the file. */
const keepers = { register: registerData, service: serviceData, credits: creditData };
const { errors, callers, reach } = registerData.read;

/** What it says at its head, so that it can be read without us. */
const about = {
  zh: '本文件是顺路保存的关于您的全部信息，按保存的服务与类别列出；密封保存的内容已还原。时长以分钟计，时间为 UTC，金额以分计。',
  en:
    'Everything that Shunlu keeps about you, by the service that keeps it and by kind; what is kept sealed stands here ' +
    'in plain. Durations are minutes, instants UTC, amounts fen.',
};

/** A person's own data as a file, made while it is sent. */
@Controller()
export class OwnDataController {
  constructor(private readonly rpc: RpcClient) {}

  @ServesFile('/me/data', { input: Nothing, errors, callers, reach }, ['application/json'], {
    zh: '下载关于我的全部信息',
    en: 'Everything that is kept about me, as a file',
  })
  async readFile(_: Nothing, call: Call, _language: Language): Promise<StreamableFile> {
    // The first page of each is read before the answer begins, so that what cannot be read is refused.
    const firsts = await Promise.all(
      Object.entries(keepers).map(async ([name, contract]) => ({
        name,
        contract,
        page: await this.rpc.call(contract.read, {}, call),
      })),
    );
    const type = 'application/json; charset=utf-8';
    return new StreamableFile(Readable.from(this.write(firsts, call), { objectMode: false }), {
      type,
      disposition: 'attachment; filename="shunlu-my-data.json"',
    });
  }

  private async *write(firsts: First[], call: Call): AsyncGenerator<string> {
    yield `{"about":${JSON.stringify(about)},"personId":${JSON.stringify(call.actor.id)}`;
    const cities = new Set<number>();
    for (const { name, contract, page } of firsts) {
      yield `,\n${JSON.stringify(name)}:{`;
      yield* bySection(this.items(contract, page, call), (section, content) => {
        if (name === 'credits' && section === 'account')
          cities.add((JSON.parse(content) as Account).cityCode);
      });
      yield '\n}';
    }
    yield ',\n"transfers":[';
    let separator = '\n';
    for (const cityCode of cities)
      for await (const line of this.transfers(cityCode, call)) {
        yield `${separator}${JSON.stringify({ cityCode, ...line })}`;
        separator = ',\n';
      }
    yield '\n]}\n';
  }

  private async *items(contract: Keeper, first: OwnDataPage, call: Call): AsyncGenerator<OwnDatum> {
    for (let page = first; ;) {
      yield* page.items;
      if (page.nextCursor === undefined) return;
      page = await this.rpc.call(contract.read, { cursor: page.nextCursor }, call);
    }
  }

  private async *transfers(cityCode: number, call: Call): AsyncGenerator<StatementLine> {
    const span = { ownerId: call.actor.id, cityCode };
    const statement = await Statement.open(this.rpc, span, call).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'ledger.accountUnknown') return undefined;
      throw error;
    });
    if (statement) for await (const lines of statement.stretches()) yield* lines;
  }
}

type Keeper = (typeof keepers)[keyof typeof keepers];
interface First {
  name: string;
  contract: Keeper;
  page: OwnDataPage;
}
interface Account {
  cityCode: number;
}

/** `"section":[…]`, one after another: items come section by section. */
async function* bySection(
  items: AsyncIterable<OwnDatum>,
  look: (section: string, content: string) => void,
): AsyncGenerator<string> {
  let open: string | undefined;
  for await (const { section, content } of items) {
    look(section, content);
    if (section === open) yield `,\n${content}`;
    else yield `${open === undefined ? '\n' : '],\n'}${JSON.stringify(section)}:[\n${content}`;
    open = section;
  }
  if (open !== undefined) yield ']';
}
