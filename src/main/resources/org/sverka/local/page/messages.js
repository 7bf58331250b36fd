/** Every text a person reads on the page, in one place. */

const rowsWord = (count) => {
  const tens = count % 100;
  const units = count % 10;
  if (tens >= 11 && tens <= 14) return 'строк';
  if (units === 1) return 'строка';
  return units >= 2 && units <= 4 ? 'строки' : 'строк';
};

const rowsWithVerb = (verb, count) => (count === 1 ? `${verb} строку` : `${verb} ${count} ${rowsWord(count)}`);

export const texts = {
  status: {
    loading: 'Открываем таблицу…',
    saved: 'Сохранено',
    saving: 'Сохраняется…',
    offline: 'Нет связи, изменения сохранятся, когда она появится',
    offlineIdle: 'Нет связи, показано последнее полученное',
    failed: 'Таблица не открылась',
  },
  grid: {
    label: 'Таблица',
    corner: 'Выделить всё',
    choices: 'Выбрать из списка (Alt+↓)',
    calendar: 'Выбрать дату (Alt+↓)',
    follow: 'Перейти к ячейке (Alt+Enter)',
    rows: (count) => `${count} ${rowsWord(count)}`,
    emptyCell: 'Пустая ячейка',
    zone: (place, offset) => `Время: ${place}, ${offset}`,
  },
  editor: {
    label: (cell) => `Правка ячейки ${cell}`,
    choices: 'Варианты',
    noChoice: 'Нет в списке. Записать можно, но Сверка укажет на ошибку.',
    protectedHint: 'Защищённая ячейка.',
  },
  people: {
    list: 'Сейчас в таблице',
    guest: (number) => `Гость ${number}`,
    you: (name) => (name === '' ? 'Вы' : `Вы: ${name}`),
    rename: 'Изменить имя',
    renameSelf: (name) => `Вы: ${name}. Изменить имя`,
    goTo: (name, place) => `${name}, ячейка ${place}. Перейти`,
    more: (count) => `и ещё ${count}`,
    here: (names) => `Здесь сейчас: ${names}`,
    came: (name) => `Таблица открыта ещё у одного: ${name}`,
    left: (name) => `Таблица закрыта: ${name}`,
  },
  verdict: {
    label: 'Что о строке говорит Сверка',
    none: 'нет отметки',
    part: (head, text) => `${head}: ${text}`,
    news: (row, said) => `${row} — ${said}`,
  },
  enter: {
    wrong: 'Слово не подходит. Проверьте раскладку и большие буквы.',
    tooMany: 'Слишком много попыток. Подождите минуту.',
    unreachable: 'Сервер не отвечает. Попробуйте ещё раз.',
  },
  calendar: {
    title: 'Выбор даты',
    previous: 'Предыдущий месяц',
    next: 'Следующий месяц',
    today: 'Сегодня',
    clear: 'Очистить',
  },
  find: {
    none: 'Ничего не найдено',
    count: (at, of) => `${at} из ${of}`,
  },
  notice: {
    close: 'Закрыть',
    copy: 'Скопировать введённое',
    refused: 'Изменение не принято.',
    protectedCell: (cell, reason) => `Ячейка ${cell} защищена, изменение не принято. ${reason}`.trim(),
    tooLong: 'В одной ячейке помещается не больше 50 000 знаков. Сократите текст.',
    serverSays: (message) => `Ответ сервера: ${message}`,
    unsure: (label) =>
      `Связь прервалась во время действия «${label}». Таблица прочитана заново: проверьте и при необходимости повторите.`,
    rowGone: (count) =>
      count === 1
        ? 'Правка не отправлена: её строку тем временем удалили или изменили.'
        : `Правки не отправлены (${count}): их строки тем временем удалили или изменили.`,
    changedMeanwhile: (cell, text) => `Пока вы печатали, в ячейке ${cell} появилось: «${text}». Записан ваш текст.`,
    offlineStructure: 'Нет связи. Вставлять, удалять и двигать строки можно будет, когда она появится.',
    cannotUndo: 'Это действие уже не отменить: строки тем временем изменились.',
    nothingToUndo: 'Отменять нечего.',
    nothingToRedo: 'Повторять нечего.',
    pasteCut: 'Вставлено не всё: справа не хватило столбцов.',
    restored: (count) => `Отправляем правки, сохранённые до закрытия страницы: ${count}.`,
    deletedForGood: 'Вернуть удалённое через «Отменить» нельзя: там были защищённые ячейки.',
    wholeColumn: 'Выделены целые столбцы. Чтобы вставить или удалить строки, выделите строки.',
  },
  command: {
    undo: 'Отменить',
    redo: 'Повторить',
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    copyHint: 'Браузер не дал записать в буфер обмена. Нажмите Ctrl+C.',
    pasteHint: 'Браузер не дал прочитать буфер обмена. Нажмите Ctrl+V.',
    clear: 'Очистить',
    edit: 'Изменить',
    fillDown: 'Заполнить вниз',
    insertAbove: (count) => rowsWithVerb('Вставить', count) + ' выше',
    insertBelow: (count) => rowsWithVerb('Вставить', count) + ' ниже',
    deleteRows: (count) => rowsWithVerb('Удалить', count),
    moveUp: 'Переместить выше',
    moveDown: 'Переместить ниже',
    hideRows: (count) => rowsWithVerb('Скрыть', count),
    showRows: 'Показать скрытые строки',
    hideColumns: 'Скрыть столбец',
    showColumns: 'Показать скрытые столбцы',
    sortAscending: (column) => `Сортировать по столбцу ${column}, А → Я`,
    sortDescending: (column) => `Сортировать по столбцу ${column}, Я → А`,
    find: 'Найти',
    download: 'Скачать .xlsx',
    upload: 'Загрузить .xlsx',
    resizeColumn: 'Изменить ширину столбца',
    help: 'Сочетания клавиш',
  },
  confirm: {
    sort: (column) => `Отсортировать все строки по столбцу ${column}?`,
    sortDetails: 'Порядок изменится у всех, кто открыл таблицу, и заголовки разделов перемешаются с мероприятиями. Вернуть прежний порядок можно через «Отменить», пока никто другой не менял строки.',
    yes: 'Сортировать',
    no: 'Не надо',
  },
  files: {
    reading: (name) => `Читаем файл «${name}»…`,
    unreachable: 'Файл не отправлен: нет связи. Когда она появится, загрузите его снова.',
    conflict: (ours, theirs) => `В таблице теперь «${ours}», в файле «${theirs}». Оставлено то, что в таблице.`,
    goTo: (place) => `Показать в таблице: ${place}`,
  },
  menu: 'Действия с выделенным',
};
