/**
 * Stands for Taro's web components in browsers: pages here are HTML's own elements, without tab bar or pulling to
 * refresh, and what registers those two brings along a run-time system a third as large as the app.
 */
const none = (): void => undefined;

export { none as defineCustomElementTaroPullToRefreshCore, none as defineCustomElementTaroTabbar };
