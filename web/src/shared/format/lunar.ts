const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 初一, 十五, 廿三, 三十 */
const dayOf = (day: number): string => {
  if (day <= 10) return `初${digits[day]}`;
  if (day < 20) return `十${digits[day - 10]}`;
  if (day === 20) return '二十';
  return day < 30 ? `廿${digits[day - 20]}` : '三十';
};

/** A day of the lunar calendar as it is said in Chinese: 八月十五, 闰四月初五, 腊月三十. */
export const lunarText = (month: number, day: number, isLeap = false): string =>
  `${isLeap ? '闰' : ''}${months[month - 1]}月${dayOf(day)}`;
