-- Codes are found by the index beside the library (search.idx); the full-text table was half of the file and of the time
-- of an import.
DROP TABLE code_words;
