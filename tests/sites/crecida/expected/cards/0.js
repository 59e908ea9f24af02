datelineCards("es", {
"groups/junta/":["Junta del Agua del Tarima","Grupo","group","Administra el agua del río.","7 de agosto de 2021","1 de marzo de 2022"],
"places/presa-alta/":["Presa Alta","Lugar","place","","1998","7 de agosto de 2021"]
});
