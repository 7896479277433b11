// Runs before the first paint, so that a chosen theme or language never flashes the other one.
// A classic file of its own: the content security policy allows no inline script.
// Keys and values are those of src/theme/theme-choice.ts and src/i18n/language-choice.ts.
// zod tries `new Function` where it may; under our policy that is a reported violation, so it is told not to.
globalThis['__zod_globalConfig'] = { jitless: true };
(function () {
  try {
    var theme = localStorage.getItem('kedun.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    if (localStorage.getItem('kedun.language') === 'en') {
      document.documentElement.lang = 'en';
      document.title = 'Kedun · customer-data protection';
    }
  } catch {
    // Storage is switched off: the system's theme and Chinese it is.
  }
})();
