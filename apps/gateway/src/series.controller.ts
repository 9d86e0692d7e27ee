import {
  ById,
  CreateSeriesInput,
  EndSeriesInput,
  ListSeriesInput,
  series,
  type SeriesPage,
  type SeriesView,
  SkipDayInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class SeriesController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/need-series',
    series.create,
    { zh: '提出定期需求', en: 'Post a need that comes again' },
    { creates: true },
  )
  create(input: CreateSeriesInput, call: Call): Promise<SeriesView> {
    return this.rpc.call(series.create, input, call);
  }

  @Serves('GET', '/need-series', series.list, { zh: '定期需求列表', en: 'Needs that come again' })
  list(input: ListSeriesInput, call: Call): Promise<SeriesPage> {
    return this.rpc.call(series.list, input, call);
  }

  @Serves('GET', '/need-series/{id}', series.get, { zh: '定期需求', en: 'A need that comes again' })
  get(input: ById, call: Call): Promise<SeriesView> {
    return this.rpc.call(series.get, input, call);
  }

  @Serves('POST', '/need-series/{id}/verification', series.verify, {
    zh: '居委会核实定期需求',
    en: 'The committee has checked it',
  })
  verify(input: ById, call: Call): Promise<SeriesView> {
    return this.rpc.call(series.verify, input, call);
  }

  @Serves('POST', '/need-series/{id}/skips', series.skipDay, { zh: '跳过一天', en: 'Leave one day out' })
  skipDay(input: SkipDayInput, call: Call): Promise<SeriesView> {
    return this.rpc.call(series.skipDay, input, call);
  }

  @Serves('POST', '/need-series/{id}/end', series.end, { zh: '结束定期需求', en: 'No more of it' })
  end(input: EndSeriesInput, call: Call): Promise<SeriesView> {
    return this.rpc.call(series.end, input, call);
  }
}
