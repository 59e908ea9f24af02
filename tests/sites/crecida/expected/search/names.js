datelineFound([
["Bruno Salcedo","people/bruno-salcedo/","Person","برونو سالسيدو\nEl Compuertero"],
["Junta del Agua del Tarima","groups/junta/","Group",""],
["Presa Alta","places/presa-alta/","Place","High Dam"],
["Tarima","places/tarima/","Place",""],
["La crecida se lleva el puente de Tarima","articles/crecida/","10 de agosto de 2021",""],
["Cae el puente de Tarima","articles/crecida/#e-cae-el-puente-de-tarima","8 de agosto de 2021, confirmed",""],
["La junta abre las compuertas","articles/crecida/#e-la-junta-abre-las-compuertas","7 de agosto de 2021, disputed; Junta del Agua del Tarima: responsable, alleged (según una vecina); Bruno Salcedo: operador, charged",""],
["Un informe revisa la noche de la crecida","articles/informe/","1 de marzo de 2022",""],
["Primera queja de los vecinos","articles/informe/#e-primera-queja-de-los-vecinos","Sin fecha",""],
["Se termina la Presa Alta","articles/informe/#e-se-termina-la-presa-alta","1998",""],
["La auditoría exculpa al operador","articles/informe/#e-la-auditoria-exculpa-al-operador","febrero de 2022, acquitted",""]
]);
