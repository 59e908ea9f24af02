datelineTexts({"0":"[\"\",\"\",\"El puente cayó antes del amanecer.\",\"\",\"\"]"});
