import { describe, expect, it } from '@jest/globals';
import { mostPhotoBytes, mostPortraitBytes, portraitPixels } from '#contracts';
import sharp from 'sharp';
import { shrinkPhoto, shrinkPortrait } from './photo.js';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } });
const base64 = (bytes: Buffer) => bytes.toString('base64');
const shrunk = async (bytes: Buffer) => Buffer.from(await shrinkPhoto(base64(bytes)), 'base64');
/** What no encoder makes small. */
const noise = (side: number) => {
  let state = 1;
  const pixels = Buffer.from(
    Uint8Array.from({ length: side * side * 3 }, () => (state = (state * 48271) % 2147483647)),
  );
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
};

describe('shrinkPhoto', () => {
  it('makes a JPEG of at most 1,600 pixels of JPEG, PNG and WebP, and enlarges none', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const photo = await shrunk(await plain(3000, 2000).toFormat(format).toBuffer());
      expect(await sharp(photo).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 1067 });
    }
    expect(await sharp(await shrunk(await plain(40, 30).png().toBuffer())).metadata()).toMatchObject({
      width: 40,
    });
  });

  it('leaves place, device and hidden bytes behind, and turns the picture upright', async () => {
    const taken = await plain(400, 200)
      .withExif({ IFD0: { Model: 'phone of somebody' }, IFD3: { GPSLatitude: '39/1 2/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const photo = await shrunk(Buffer.concat([taken, Buffer.from('hidden behind the end')]));
    const { exif, orientation, width, height } = await sharp(photo).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 200,
      height: 400,
    });
    expect(photo.includes('hidden')).toBe(false);
  });

  it('presses what is large until it fits', async () => {
    const photo = await shrunk(await noise(1600));
    expect(photo.length).toBeLessThanOrEqual(mostPhotoBytes);
  }, 30_000);

  it('refuses what is no photo, half a photo and a bomb', async () => {
    // Base64 of no whole byte.
    await expect(shrinkPhoto('x')).rejects.toMatchObject({ code: 'photo.unreadable' });
    const whole = await plain(800, 800).jpeg().toBuffer();
    const bomb = await plain(12_000, 12_000).png().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const bytes of [Buffer.from('no photo'), svg, whole.subarray(0, whole.length >> 1), bomb])
      await expect(shrinkPhoto(base64(bytes))).rejects.toMatchObject({ code: 'photo.unreadable' });
  });
});

describe('shrinkPortrait', () => {
  it('keeps a small upright square of any photo, without place and device', async () => {
    const taken = await sharp(await noise(1600))
      .resize(900, 1600)
      .withExif({ IFD0: { Model: 'phone of somebody' }, IFD3: { GPSLatitude: '39/1 2/1 0/1' } })
      .jpeg()
      .toBuffer();
    for (const photo of [taken, await plain(40, 30).png().toBuffer()]) {
      const portrait = Buffer.from(await shrinkPortrait(base64(photo)), 'base64');
      const { format, width, height, exif } = await sharp(portrait).metadata();
      expect({ format, width, height, exif }).toEqual({
        ...{ format: 'jpeg', width: portraitPixels, height: portraitPixels },
        exif: undefined,
      });
      expect(portrait.length).toBeLessThanOrEqual(mostPortraitBytes);
    }
  }, 30_000);

  it('refuses what is no photo', async () => {
    await expect(shrinkPortrait(base64(Buffer.from('no photo')))).rejects.toMatchObject({
      code: 'photo.unreadable',
    });
  });
});
