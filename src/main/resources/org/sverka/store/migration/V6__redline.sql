-- A repair remembers how the text that was there differed from the signed one. Within a text every
-- quotation mark is escaped, so that what is replaced can only be the end of a repair.
UPDATE measure_state SET state =
  REPLACE(REPLACE(state, '"pending":true}', '"pending":true,"redline":""}'),
    '"pending":false}', '"pending":false,"redline":""}');
UPDATE roadmap_state SET sheet =
  REPLACE(REPLACE(sheet, '"pending":true}', '"pending":true,"redline":""}'),
    '"pending":false}', '"pending":false,"redline":""}');
