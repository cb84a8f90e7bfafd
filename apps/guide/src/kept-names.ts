/** Under what names the device keeps what the guide must not forget. */
export const KEPT_COURSE = 'duka.course';
export const KEPT_LANG = 'duka.lang';
export const KEPT_LESSONS = 'duka.lessons';
export const KEPT_LEARNED = 'duka.learned';
