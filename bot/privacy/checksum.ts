/** Letter → number of 身分證字號 and 統一證號, in the order A…Z (I, O, W, X, Y, Z are out of line by history). */
const letterNumbers = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
] as const;

/**
 * Whether ten characters are a valid 國民身分證統一編號 (second character 1, 2), 新式外來人口統一證號 (8, 9) or the
 * old one with two letters (A–D): weights 1,9,8,…,1,1 over the letter's two digits and the rest, sum divisible by ten.
 */
export function isNationalIdNumber(characters: string): boolean {
  const upper = characters.toUpperCase();
  if (!/^[A-Z][A-D1289]\d{8}$/.test(upper)) return false;
  const first = letterNumber(upper, 0);
  const second = /\d/.test(upper.charAt(1)) ? Number(upper.charAt(1)) : letterNumber(upper, 1) % 10;
  let sum = Math.floor(first / 10) + (first % 10) * 9 + second * 8;
  for (let at = 2; at < 9; at++) sum += Number(upper.charAt(at)) * (9 - at);
  return (sum + Number(upper.charAt(9))) % 10 === 0;
}

/** Whether a card number of 13 to 19 digits passes the Luhn check. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function letterNumber(characters: string, at: number): number {
  return letterNumbers[characters.charCodeAt(at) - 65] ?? 0;
}
