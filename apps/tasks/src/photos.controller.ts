import { type AddPhotoInput, type ById, photos, type PhotosOfInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { PhotosService } from './photos.service.js';

@Controller()
export class PhotosController {
  constructor(private readonly service: PhotosService) {}

  @Answers(photos.add)
  add(input: AddPhotoInput, call: Call) {
    return this.service.add(input, call);
  }

  @Answers(photos.list)
  list(input: PhotosOfInput, call: Call) {
    return this.service.list(input, call);
  }

  @Answers(photos.read)
  read(input: ById, call: Call) {
    return this.service.read(input, call);
  }
}
