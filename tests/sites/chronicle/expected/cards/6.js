datelineCards("en", {
"groups/harbour-board/":["Harbour Board","Group","group","","March 1911","1917"],
"people/rui-tavares/":["Rui Tavares","Person","person","Harbour master of Porto Velho.","3–4 March 1911","1915"]
});
