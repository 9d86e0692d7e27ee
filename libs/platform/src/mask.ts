/** 张三 → 张*, 张小三 → 张*三, 欧阳小三 → 欧**三: the first and, from three on, the last character stay. */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return '*';
  if (characters.length === 2) return `${characters[0]}*`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** 13812341234 → 138****1234; a landline keeps its last two digits. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return `${'*'.repeat(Math.max(phone.length - 2, 3))}${phone.slice(-2)}`;
}

/** 120116199001011234 → 1201**********1234; of shorter numbers, E12345678 → E******78. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length < 15)
    return `${idNumber[0]}${'*'.repeat(Math.max(idNumber.length - 3, 3))}${idNumber.slice(-2)}`;
  return `${idNumber.slice(0, 4)}${'*'.repeat(Math.max(idNumber.length - 8, 4))}${idNumber.slice(-4)}`;
}
