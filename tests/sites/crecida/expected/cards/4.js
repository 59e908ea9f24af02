datelineCards("es", {
"places/tarima/":["Tarima","Place","place","Pueblo a la orilla del río.","8 de agosto de 2021","8 de agosto de 2021"]
});
