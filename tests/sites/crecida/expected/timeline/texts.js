datelineTexts(["","","El puente cayó antes del amanecer.","",""]);
