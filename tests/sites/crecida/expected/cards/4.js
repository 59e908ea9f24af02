datelineCards("es", {
"places/tarima/":["Tarima","Lugar","place","Pueblo a la orilla del río.","8 de agosto de 2021","8 de agosto de 2021"]
});
