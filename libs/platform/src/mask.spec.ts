import { describe, expect, it } from '@jest/globals';
import { maskIdNumber, maskName, maskPhone } from './mask.js';

describe('masks', () => {
  it.each([
    ['张小三', '张*三'],
    ['张三', '张*'],
    ['欧阳小三', '欧**三'],
    ['𠮷野家', '𠮷*家'],
    ['𠮷三', '𠮷*'],
    ['张', '*'],
    ['', '*'],
  ])('shows the name %p as %p', (name, shown) => expect(maskName(name)).toBe(shown));

  it('keeps four characters at each end of an ID number', () => {
    expect(maskIdNumber('120107195603021234')).toBe('1201**********1234');
    expect(maskIdNumber('12010719560302123X')).toBe('1201**********123X');
    expect(maskIdNumber('E12345678')).toBe('E******78');
    expect(maskIdNumber('AB123')).toBe('A***23');
  });

  it.each([
    ['13800001234', '138****1234'],
    ['02266208888', '*********88'],
    ['022-66208888', '**********88'],
    ['1234', '***34'],
  ])('shows the phone %p as %p', (phone, shown) => expect(maskPhone(phone)).toBe(shown));
});
