datelineCards("en", {
"people/corin-dale/":["Corin Dale","Person","person","Agent of the Lantern Company.","3–5 February 2020","9 February 2021"]
});
