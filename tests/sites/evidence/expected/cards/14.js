datelineCards("en", {
"people/ines-averill/":["Ines Averill","Person","person","Lamplighter of Ostrel.","29 March 1961","2022"],
"people/tomas-kerrow/":["Tomas Kerrow","Person","person","","about 1980","2022"]
});
