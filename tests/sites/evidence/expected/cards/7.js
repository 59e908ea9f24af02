datelineCards("en", {
"groups/tidewater-league/":["Tidewater League","Group","group","","about 1989","2022"]
});
