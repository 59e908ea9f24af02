datelineFound([
["Bruno Salcedo","people/bruno-salcedo/","Persona","برونو سالسيدو\nEl Compuertero"],
["Junta del Agua del Tarima","groups/junta/","Grupo",""],
["Presa Alta","places/presa-alta/","Lugar","High Dam"],
["Tarima","places/tarima/","Lugar",""],
["La crecida se lleva el puente de Tarima","articles/crecida/","10 de agosto de 2021",""],
["Cae el puente de Tarima","articles/crecida/#e-cae-el-puente-de-tarima","8 de agosto de 2021, confirmado",""],
["La junta abre las compuertas","articles/crecida/#e-la-junta-abre-las-compuertas","7 de agosto de 2021, en disputa; Junta del Agua del Tarima: responsable, presuntamente (según una vecina); Bruno Salcedo: operador, con cargos",""],
["Un informe revisa la noche de la crecida","articles/informe/","1 de marzo de 2022",""],
["Primera queja de los vecinos","articles/informe/#e-primera-queja-de-los-vecinos","Sin fecha",""],
["Se termina la Presa Alta","articles/informe/#e-se-termina-la-presa-alta","1998",""],
["La auditoría exculpa al operador","articles/informe/#e-la-auditoria-exculpa-al-operador","febrero de 2022, con absolución",""]
]);
