import {
  AddPhotoInput,
  ById,
  type PhotoList,
  photos,
  PhotosOfInput,
  photoType,
  type PhotoView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller, StreamableFile } from '@nestjs/common';
import { Serves, ServesFile } from './endpoint.js';
import type { Language } from './language.js';
import { shrinkPhoto } from './photo.js';

/** 6 MB of photo in base64, and what is around it. */
export const bodyLimitBytes = 8_100_000;

@Controller()
export class PhotosController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/photos',
    photos.add,
    {
      zh: '上传照片：服务、购物小票、隐患、处理结果',
      en: 'Add a photo: of a service, a receipt, a hazard, or what was done about it',
    },
    { creates: true, isHeavy: true, bodyLimitBytes },
  )
  async add(input: AddPhotoInput, call: Call): Promise<PhotoView> {
    return this.rpc.call(photos.add, { ...input, image: await shrinkPhoto(input.image) }, call);
  }

  @Serves('GET', '/photos', photos.list, { zh: '任务或隐患的照片', en: 'Photos of an errand or a hazard' })
  list(input: PhotosOfInput, call: Call): Promise<PhotoList> {
    return this.rpc.call(photos.list, input, call);
  }

  @ServesFile(
    '/photos/{id}/image',
    { ...photos.read, input: ById },
    [photoType],
    { zh: '照片图像', en: 'The picture of a photo' },
    { isHeavy: false },
  )
  async read(input: ById, call: Call, _: Language): Promise<StreamableFile> {
    const { image } = await this.rpc.call(photos.read, input, call);
    return new StreamableFile(Buffer.from(image, 'base64'), { type: photoType, disposition: 'inline' });
  }
}
