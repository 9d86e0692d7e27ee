import { DomainError, mostPhotoBytes, mostPortraitBytes, portraitPixels } from '#contracts';
import type drawing from 'sharp';
import type { Sharp } from 'sharp';

/** What a phone's camera takes, with room; more is a bomb or no photo. */
const mostPixels = 64_000_000;
const readable: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp']);
/** Longest side in pixels and quality in per cent; the first whose result is small enough is taken. */
const sizes = [
  [1_600, 76],
  [1_600, 50],
  [800, 50],
] as const;

/**
 * Draws a photo anew as a small JPEG: what is no picture is refused, and where and with what it was taken is
 * left behind, as is anything hidden in the file.
 * @param base64 JPEG, PNG or WebP
 * @throws DomainError `photo.unreadable`
 */
export function shrinkPhoto(base64: string): Promise<string> {
  return redraw(base64, async (upright) => {
    for (const [side, quality] of sizes) {
      const smaller = upright.clone().resize(side, side, { fit: 'inside', withoutEnlargement: true });
      const jpeg = await smaller.jpeg({ quality }).toBuffer();
      if (jpeg.length <= mostPhotoBytes) return jpeg;
    }
    return undefined;
  });
}

/**
 * Draws the small square that is kept of a portrait, around what the eye goes to first; the rest is left behind, as in
 * {@link shrinkPhoto}.
 * @param base64 JPEG, PNG or WebP
 * @throws DomainError `photo.unreadable`
 */
export function shrinkPortrait(base64: string): Promise<string> {
  return redraw(base64, async (upright) => {
    const square = upright.resize(portraitPixels, portraitPixels, { fit: 'cover', position: 'attention' });
    const jpeg = await square.jpeg({ quality: 76 }).toBuffer();
    return jpeg.length <= mostPortraitBytes ? jpeg : undefined;
  });
}

async function redraw(
  base64: string,
  draw: (upright: Sharp) => Promise<Buffer | undefined>,
): Promise<string> {
  const { default: sharp } = await loadSharp();
  try {
    const photo = sharp(Buffer.from(base64, 'base64'), { limitInputPixels: mostPixels, failOn: 'error' });
    const { format } = await photo.metadata();
    if (!readable.has(format)) throw new DomainError('photo.unreadable');
    const jpeg = await draw(photo.autoOrient().flatten({ background: 'white' }));
    if (jpeg) return jpeg.toString('base64');
  } catch {
    // Whatever the decoder says concerns bytes that somebody else chose.
  }
  throw new DomainError('photo.unreadable');
}

let loading: Promise<{ default: typeof drawing }> | undefined;

/** Loaded with the first photo, and once: it takes memory that a gateway without photos need not have. */
function loadSharp(): Promise<{ default: typeof drawing }> {
  loading ??= import('sharp').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
