import {
  ById,
  comers,
  type Done,
  Nothing,
  portraits,
  type PortraitSet,
  type PortraitView,
  SetPortraitInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';
import { shrinkPortrait } from './photo.js';
import { bodyLimitBytes } from './photos.controller.js';

/** The small picture by which people know who comes. */
@Controller()
export class PortraitsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/volunteers/me/portrait', portraits.own, {
    zh: '我的照片，与服务对象所见相同',
    en: 'My portrait, as those see it to whom I come',
  })
  own(input: Nothing, call: Call): Promise<PortraitView> {
    return this.rpc.call(portraits.own, input, call);
  }

  @Serves(
    'POST',
    '/volunteers/me/portrait',
    portraits.set,
    {
      zh: '设置照片：裁成 96×96 像素的小图，原图不保存',
      en: 'Set my portrait: cropped to 96 × 96 pixels, nothing else of it is kept',
    },
    { isHeavy: true, bodyLimitBytes },
  )
  async set(input: SetPortraitInput, call: Call): Promise<PortraitSet> {
    return this.rpc.call(portraits.set, { image: await shrinkPortrait(input.image) }, call);
  }

  @Serves('POST', '/volunteers/me/portrait/removal', portraits.remove, {
    zh: '删除我的照片',
    en: 'Delete my portrait',
  })
  remove(input: Nothing, call: Call): Promise<Done> {
    return this.rpc.call(portraits.remove, input, call);
  }

  @Serves('POST', '/claims/{id}/portrait-reveals', comers.portrait, {
    zh: '看来的人的照片（留痕）：服务对象与替其求助的家人，接单至签退之间',
    en: 'See who comes; for the resident and the relative who asked, from claim to check-out; every look is audited',
  })
  comer(input: ById, call: Call): Promise<PortraitView> {
    return this.rpc.call(comers.portrait, input, call);
  }
}
