const rarely = [
  'statement',
  'hazard',
  'gifts',
  'register',
  'family',
  'gallery',
  'duty',
  'alerts',
  'reveals',
  'settings',
  'purchase',
  'certificates',
  'record',
  'conduct',
  'privacy',
  'portrait',
  'links',
  'goods',
  'map',
  'storage',
];

export default defineAppConfig({
  pages: ['home', 'sign-in', 'errand', 'need', 'need-new'].map((page) => `pages/${page}/index`),
  // Loaded when first opened: the main package stays small.
  subPackages: [{ root: 'more', pages: rarely.map((page) => `${page}/index`) }],
  window: { navigationStyle: 'custom', backgroundTextStyle: 'light' },
  permission: {
    'scope.userLocation': { desc: '签到时证明到场，并按远近排列任务 · Proves presence and sorts errands' },
  },
  requiredPrivateInfos: ['getLocation'],
  lazyCodeLoading: 'requiredComponents',
});
