/**
 * The page's script: language, search and sorting. The page is whole without it. It holds no data, so that no
 * value from the input is ever read as script; and it keeps nothing anywhere.
 */
export const SCRIPT = `(function () {
  'use strict';
  var root = document.documentElement;
  var each = function (list, act) { Array.prototype.forEach.call(list, act); };
  each(document.querySelectorAll('.js'), function (node) { node.hidden = false; });

  var choices = document.querySelectorAll('[data-lang]');
  function show(lang) {
    root.className = lang;
    root.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = root.getAttribute('data-title-' + lang);
    each(choices, function (one) { one.setAttribute('aria-pressed', String(one.getAttribute('data-lang') === lang)); });
  }
  each(choices, function (one) { one.addEventListener('click', function () { show(one.getAttribute('data-lang')); }); });

  var body = document.querySelector('tbody');
  if (!body) return;
  var search = document.getElementById('search');
  search.addEventListener('input', function () {
    var words = search.value.toLowerCase().split(/\\s+/);
    var shown = 0;
    each(body.rows, function (row) {
      var text = row.textContent.toLowerCase();
      row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
      if (!row.hidden) shown += 1;
    });
    document.getElementById('shown').textContent = String(shown);
  });

  var heads = document.querySelectorAll('thead th');
  each(heads, function (head, column) {
    var button = head.querySelector('button');
    var isNumber = button.getAttribute('data-kind') === 'number';
    button.addEventListener('click', function () {
      var before = head.getAttribute('aria-sort');
      var sign = (before === 'none' ? isNumber : before === 'ascending') ? -1 : 1;
      each(heads, function (other) { other.setAttribute('aria-sort', 'none'); });
      head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
      var key = function (row) { var text = row.cells[column].getAttribute('data-key'); return isNumber ? Number(text) : text; };
      Array.prototype.slice.call(body.rows).sort(function (a, b) {
        var x = key(a), y = key(b);
        return sign * (x < y ? -1 : x > y ? 1 : 0);
      }).forEach(function (row) { body.appendChild(row); });
    });
  });
})();`;
