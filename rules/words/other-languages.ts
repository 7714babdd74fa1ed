/** Words of columns and models in other languages than English, without accents, that are no English words: they tell how a schema is written. */
export const otherLanguageWords: ReadonlySet<string> = new Set(
  [
    // Spanish and Portuguese.
    'nombre nombres apellido apellidos fecha correo direccion usuario usuarios contrasena telefono cantidad precio descripcion titulo estado ciudad pais activo activa tipo codigo numero categoria categorias producto productos cliente clientes pedido pedidos empresa empresas comentario comentarios imagen mensaje mensajes venta ventas compra compras factura facturas pago pagos proveedor empleado empleados edad sexo calle',
    'nome sobrenome senha endereco quantidade preco descricao cidade ativo ativa telefone produto produtos mensagem vendas pagamento pagamentos funcionario fornecedor bairro cep cpf cnpj idade valor',
    // French, Italian, Romanian.
    'nom prenom adresse ville pays quantite prix statut utilisateur utilisateurs commande commandes produit produits facture factures commentaire commentaires motdepasse montant libelle naissance',
    'cognome indirizzo citta quantita prezzo descrizione utente utenti prodotto prodotti ordine ordini fattura fatture commento telefono stato',
    // German, Dutch, Scandinavian.
    'vorname nachname strasse ort plz menge preis beschreibung benutzer passwort kunde kunden bestellung bestellungen rechnung rechnungen produkt produkte kommentar nachricht anzahl betrag geburtsdatum',
    'naam voornaam achternaam straat postcode woonplaats prijs aantal omschrijving gebruiker gebruikers klant klanten bestelling wachtwoord geboortedatum',
    // Polish, Turkish, Indonesian, pinyin.
    'imie nazwisko haslo ulica miasto cena ilosc opis uzytkownik uzytkownicy zamowienie klient',
    'soyad sifre adres fiyat miktar aciklama kullanici kullanicilar urun urunler siparis musteri',
    'nama alamat harga jumlah deskripsi pengguna pelanggan pesanan produk kategori sandi tanggal keterangan',
    'mingcheng xingming yonghu mima dianhua dizhi shuliang jiage miaoshu leixing zhuangtai bianhao shijian',
  ]
    .join(' ')
    .split(' '),
);
