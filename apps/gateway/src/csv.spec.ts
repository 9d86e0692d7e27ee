import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it.each([
    [['a', 1, -30, -12.5], 'a,1,-30,-12.5\r\n'],
    [['-1.5e', '-1.5+1'], "'-1.5e,'-1.5+1\r\n"],
    [['say "no", twice', 'two\nlines'], '"say ""no"", twice","two\nlines"\r\n'],
    [['=1+1', '+1', '-1', '@a'], "'=1+1,'+1,-1,'@a\r\n"],
    [['-1+cmd', '\t=1', ' =1', '\u0000=1'], "'-1+cmd,'\t=1,' =1,'\u0000=1\r\n"],
    [['＝1', '=a,"b"'], '\'＝1,"\'=a,""b"""\r\n'],
    [[''], '\r\n'],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});
