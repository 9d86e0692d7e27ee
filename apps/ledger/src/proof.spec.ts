import { describe, expect, it } from '@jest/globals';
import {
  bundleLeaves,
  follow,
  GrowingTree,
  hashesIn,
  leafHash,
  pathOf,
  pathThrough,
  rootOf,
  sha256,
} from './proof.js';

// The eight leaves and the roots over the first n of them that the tests of Certificate Transparency's
// reference implementation use for RFC 6962.
const contents = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));

const hex = (hashes: Buffer[]) => Buffer.concat(hashes).toString('hex');

describe('the tree', () => {
  it.each(roots.map((root, count) => [count, root] as const))(
    'of the first %i leaves of RFC 6962',
    (count, root) => {
      const hashes = contents.slice(0, count).map((content) => leafHash(Buffer.from(content, 'hex')));
      expect(rootOf(hashes).toString('hex')).toBe(root);
    },
  );

  it('has the paths of RFC 6962, 2.1.3', () => {
    const d = leaves(7);
    const node = (left: Buffer, right: Buffer) => sha256(Buffer.from([1]), left, right);
    const g = node(d[0]!, d[1]!);
    const h = node(d[2]!, d[3]!);
    const [i, j] = [node(d[4]!, d[5]!), d[6]!];
    const [k, l] = [node(g, h), node(i, j)];
    expect(rootOf(d)).toEqual(node(k, l));
    expect(pathOf(d, 0)).toEqual([d[1], h, l]);
    expect(pathOf(d, 3)).toEqual([d[2], g, l]);
    expect(pathOf(d, 4)).toEqual([d[5], j, k]);
    expect(pathOf(d, 6)).toEqual([i, k]);
  });

  it('grown leaf by leaf has the root and the paths of the whole, for every leaf of trees of 1 to 70', () => {
    for (let count = 1; count <= 70; count++) {
      const all = leaves(count);
      const root = rootOf(all);
      const tree = new GrowingTree();
      all.forEach((leaf) => tree.add(leaf));
      expect(tree.close()).toEqual(root);
      expect(hashesIn(Buffer.concat(tree.bundles))).toEqual(tree.bundles);
      for (const [index, leaf] of all.entries()) {
        const first = index - (index % bundleLeaves);
        const path = pathThrough(all.slice(first, first + bundleLeaves), tree.bundles, index);
        expect(hex(path)).toBe(hex(pathOf(all, index)));
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
        expect(hex([follow(leaf, index, count, path)!])).toBe(hex([root]));
      }
    }
  });

  it('proves nothing else: another leaf, place, size or path leads elsewhere or nowhere', () => {
    for (const count of [1, 2, 3, 8, 16, 17, 33, 70]) {
      const all = leaves(count);
      const root = rootOf(all);
      const leadsAstray = (leaf: Buffer, index: number, size: number, path: Buffer[]) =>
        expect(follow(leaf, index, size, path)?.equals(root) ?? false).toBe(false);
      for (const [index, leaf] of all.entries()) {
        const path = pathOf(all, index);
        leadsAstray(leafHash(Buffer.from('forged')), index, count, path);
        leadsAstray(leaf, index, count, [...path, root]);
        leadsAstray(leaf, count, count, path);
        leadsAstray(leaf, count + index, count, path);
        if (count > 1) leadsAstray(leaf, (index + 1) % count, count, path);
        for (const place of path.keys()) {
          leadsAstray(leaf, index, count, path.toSpliced(place, 1));
          leadsAstray(leaf, index, count, path.with(place, leaf));
        }
      }
    }
  });

  it('takes no node for a leaf', () => {
    const all = leaves(4);
    const inner = Buffer.concat([all[0]!, all[1]!]);
    expect(leafHash(inner)).not.toEqual(rootOf(all.slice(0, 2)));
    expect(rootOf([leafHash(inner), rootOf(all.slice(2))])).not.toEqual(rootOf(all));
  });
});
