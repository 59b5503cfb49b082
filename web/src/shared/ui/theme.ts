import type { ThemeConfig } from 'antd';
import { theme } from 'antd';

// The CJK families are named before the generic one: without them Windows picks SimSun for Chinese. No web font, a
// Chinese one is megabytes. Weights are 400 and 600 only, Microsoft YaHei has no 500.
export const fontFamily =
  '-apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", MiSans, "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

const light: ThemeConfig['token'] = {
  colorPrimary: '#1F4FCC',
  colorSuccess: '#0A7F59',
  colorWarning: '#B26A00',
  colorError: '#C9342E',
  colorInfo: '#1F4FCC',
  colorText: '#172033',
  colorTextSecondary: '#56627A',
  colorTextTertiary: '#64718A',
  colorTextDescription: '#56627A',
  // antd's own placeholder has a contrast of 1.7:1.
  colorTextPlaceholder: '#69758A',
  colorBorder: '#CFD7E3',
  colorBorderSecondary: '#E4E9F1',
  colorSplit: '#E4E9F1',
  colorBgLayout: '#F4F6FA',
  // The ones antd derives from the amber are muddy.
  colorWarningBg: '#FFF7E6',
  colorWarningBorder: '#FFE0A3',
};

// colorBgBase stays untouched: a tinted one turns every card saturated blue.
const dark: ThemeConfig['token'] = {
  colorPrimary: '#7FA3FF',
  colorInfo: '#7FA3FF',
  colorSuccess: '#2FB88A',
  colorWarning: '#E0A040',
  colorError: '#FF857C',
  colorText: '#F2F5FA',
  colorTextSecondary: '#A9B4C6',
  colorTextTertiary: '#98A4B8',
  colorTextDescription: '#A9B4C6',
  colorTextPlaceholder: '#8F9BAF',
  colorBorder: '#343B48',
  colorBorderSecondary: '#282E39',
  colorSplit: '#282E39',
  colorBgLayout: '#0E1116',
  colorBgContainer: '#171B22',
  colorBgElevated: '#1E232C',
  // Text on the primary: white on #6E8EDC is 3.2:1, ink is 5.6:1.
  colorTextLightSolid: '#0E1116',
};

/** `key` names the class that carries antd's CSS variables; the document element has it too, so our own CSS can use them. */
export const variablesClass = 'yp';

interface Surroundings {
  isDark: boolean;
  isPhone: boolean;
  isStill: boolean;
}

export function themeFor({ isDark, isPhone, isStill }: Surroundings): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: variablesClass },
    hashed: false,
    token: {
      ...(isDark ? dark : light),
      fontFamily,
      fontWeightStrong: 600,
      motion: !isStill,
      borderRadius: 6,
      borderRadiusLG: 8,
      // 16 px keeps iOS from zooming into a focused input; 44 px is a thumb.
      ...(isPhone ? { fontSize: 16, controlHeight: 44 } : { fontSize: 14, controlHeight: 32 }),
    },
    components: {
      // Less than 22 and the text of a fault eats the gap before the next label.
      Form: { itemMarginBottom: 22, labelHeight: 22, verticalLabelPadding: '0 0 4px' },
      Tooltip: { colorBgSpotlight: isDark ? '#323A48' : '#172033', colorTextLightSolid: '#F2F5FA' },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Drawer: { paddingLG: 20 },
    },
  };
}
