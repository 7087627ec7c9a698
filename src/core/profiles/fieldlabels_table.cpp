// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/fieldlabels.h"

namespace mintmark::paste {

namespace {

using enum Field;

constexpr LabelRow rows[] = {
    // en, and what programs call it
    { ClientId, false, u"client id|client identifier|client identification|oauth client|app client id|application client id|consumer key|consumer id|client app id|client application id" },
    { ClientId, true, u"id|app id|application id|app identifier" },
    { ClientSecret, false, u"client secret|client secret value|client secret key|client secret token|secret client|consumer secret|app client secret|application client secret|client shared secret" },
    { ClientSecret, true, u"secret|app secret|application secret|secret key|secret value|api secret" },
    { Audience, false, u"audience|aud|audience uri|audience url|audience id|audience identifier|api identifier|api audience|token audience|audience claim|target audience id" },
    { TokenEndpoint, false, u"token endpoint|token url|token uri|access token url|access token uri|access token endpoint|token endpoint url|token endpoint uri|token address|token service url|token server url|token server|token host url|token request url|auth token url|authentication token url|auth token endpoint|token api url|token issuance url|access token address|token endpoint address|url token|url access token|endpoint token|endpoint access token|token path url" },
    { TokenEndpoint, true, u"endpoint|url|uri|auth url|authentication url|auth endpoint|authentication endpoint|authorization server|auth server|login url|address|adresse|authorization url|authorization endpoint|oauth url|oauth endpoint|identity url|authentifizierungs url|anmelde url|url authentification|url autenticacion|url autenticacao|url autenticazione|endpunkt|server" },
    { Scope, false, u"scope|scopes|requested scope|requested scopes|access scope|access scopes|permission scope|required scope|required scopes|default scope|allowed scopes|allowed scope|granted scopes|scope s" },
    { GrantType, false, u"grant type|grant|oauth grant|oauth flow|grant flow|flow|flow type|authorization grant type|authorization grant|grant types|authorization grant types|auth flow" },
    { Environment, false, u"environment|env|environment name|target environment|app environment|environment type|env name" },
    { Body, false, u"content type|body format|body type|body encoding|request format|request body format|request body|body|request content type|media type" },
    { Authentication, false, u"client authentication|token endpoint auth method|token endpoint authentication method|client authentication method|client auth method|client auth|auth method|authentication method|authentication|client authentication type|auth type|auth style|client credentials location" },

    // de
    { ClientId, false, u"client kennung|client bezeichner|client identifikator|client identifikationsnummer|clientnummer|anwendungs id client|anwendungs client id|kennung clients|id clients|client app kennung|anwendung client id|client identität|anwendungskennung client" },
    { ClientId, true, u"kunden id|kennung|anwendungs id|anwendungskennung|kundenkennung|mandanten client id" },
    { ClientSecret, false, u"client geheimnis|geheimer client schlüssel|geheimer client schluessel|geheimer clientschlüssel|geheimer clientschluessel|geheimes client kennwort|geheimer schlüssel clients|geheimer schlüssel client|geheimnis clients|client schlüssel geheim|geheimer client code|client geheimcode|geheimer anwendungsschlüssel|anwendungsgeheimnis|geheimer client key|geheimer client|geheimes client secret|geheimer clientschlüssels|client geheimschlüssel|clientgeheimschlüssel|clientschlüssel|client schlüssel|client schluessel|clientschluessel|clientgeheimniswert|geheimer schlüssel client secret" },
    { ClientSecret, true, u"geheimnis|geheimer schlüssel|geheimer schluessel|geheimschlüssel|geheimschluessel|kunden secret|kundengeheimnis|geheimcode|geheimer wert|geheimwert|geheimes kennwort" },
    { Audience, false, u"zielgruppe|audienz|zielgruppe aud|zielgruppe audience|zielgruppen id|zielgruppen uri|api kennung|api bezeichner|zielgruppe tokens" },
    { TokenEndpoint, false, u"token endpunkt|token adresse|url tokens|zugriffstoken url|zugriffstoken endpunkt|endpunkt token|endpunkt tokens|endpunkt zugriffstoken|adresse tokens|token endpunkt url|url tokenendpunkts|url token endpunkts|token server adresse|token endpunktadresse|adresse token|token dienst url|access token endpunkt|access token adresse|zugriffstoken adresse|url token abruf|tokenabruf url|token abruf url|token abrufadresse" },
    { Scope, false, u"geltungsbereich|geltungsbereiche|bereich|bereiche|berechtigungsumfang|zugriffsbereich|zugriffsbereiche|berechtigungsbereich|berechtigungsbereiche|gültigkeitsbereich" },
    { GrantType, false, u"grant typ|gewährungstyp|gewaehrungstyp|genehmigungstyp|berechtigungstyp|grant art|gewährungsart|erteilungsart|zuteilungstyp|autorisierungstyp|autorisierungsart" },
    { Environment, false, u"umgebung|zielumgebung|systemumgebung|umgebungsname" },
    { Body, false, u"inhaltstyp|body typ|anfrageformat|format anfrage|format body" },
    { Authentication, false, u"client authentifizierung|clientauthentifizierung|authentifizierungsmethode|authentifizierung|authentifizierungsart|art client authentifizierung" },

    // fr
    { ClientId, false, u"id client|identifiant client|identifiant oauth client|identifiant client oauth|id application client|identifiant application client|identificateur client|code client id|clé consommateur|id client oauth|identifiant app client|numéro client id" },
    { ClientId, true, u"identifiant|id application|identifiant application" },
    { ClientSecret, false, u"secret client|clé secrète client|code secret client|secret application client|clé client secrète|secret client oauth|clé secrète client oauth|valeur secret client|secret consommateur|clé secrète application client|secret partagé client" },
    { ClientSecret, true, u"clé secrète|secret application|clé secrète application|valeur secret|code secret|secret api" },
    { Audience, false, u"audience|public cible|audience cible|audience api|identifiant api|audience jeton|audience token|audience visée" },
    { TokenEndpoint, false, u"url jeton|url jetons|point terminaison jeton|point terminaison jetons|point terminaison token|point accès jeton|point accès token|url jeton accès|adresse jeton|adresse token|endpoint jeton|url token accès|url obtention jeton|url obtention token|url endpoint jeton|url endpoint token|url point terminaison jeton|adresse url jeton|adresse obtention jeton|point terminaison jeton accès|endpoint jeton accès|endpoint obtention jeton|url récupération jeton|url demande jeton|uri jeton|serveur jetons" },
    { Scope, false, u"portée|portées|étendue|étendues|périmètre|périmètres|portée accès|champ application|portées demandées|étendues demandées" },
    { GrantType, false, u"type autorisation|type octroi|type grant|type concession|mode octroi|type flux|flux oauth|type subvention|mode autorisation|flux" },
    { Environment, false, u"environnement|environnement cible|nom environnement" },
    { Body, false, u"type contenu|format corps|format requête|corps|corps requête" },
    { Authentication, false, u"authentification client|méthode authentification|méthode authentification client|authentification|mode authentification" },

    // es
    { ClientId, false, u"id cliente|identificador cliente|identificación cliente|id aplicación cliente|identificador aplicación cliente|id cliente oauth|clave consumidor|id client|id cliente api|código cliente id|identificador cliente oauth" },
    { ClientId, true, u"identificador|id aplicación|identificador aplicación" },
    { ClientSecret, false, u"secreto cliente|clave secreta cliente|secreto client|secreto aplicación cliente|cliente secreto|contraseña secreta cliente|secreto cliente oauth|clave cliente secreta|secreto consumidor|código secreto cliente|valor secreto cliente|client secreto" },
    { ClientSecret, true, u"secreto|clave secreta|secreto aplicación|valor secreto|secreto api" },
    { Audience, false, u"audiencia|audiencia api|público objetivo|público destino|audiencia token|identificador api|audiencia destino" },
    { TokenEndpoint, false, u"punto conexión token|punto final token|punto acceso token|extremo token|dirección token|url token acceso|url obtención token|endpoint token acceso|dirección url token|url solicitud token|uri token|url punto conexión token|url endpoint token|servidor token|servidor tokens|url tokens|punto conexión tokens|url servicio token|url autenticación token" },
    { Scope, false, u"ámbito|ámbitos|alcance|alcances|permisos scope|ámbito acceso|alcance acceso" },
    { GrantType, false, u"tipo concesión|tipo autorización|tipo grant|tipo otorgamiento|tipo flujo|flujo oauth|tipo subvención|tipo permiso|flujo" },
    { Environment, false, u"entorno|ambiente|nombre entorno|entorno destino" },
    { Body, false, u"tipo contenido|formato cuerpo|formato solicitud|cuerpo|formato petición|formato body" },
    { Authentication, false, u"autenticación cliente|método autenticación|método autenticación cliente|autenticación|tipo autenticación" },

    // pt
    { ClientId, false, u"id cliente|identificador cliente|identificação cliente|id aplicativo cliente|id aplicação cliente|código cliente oauth|chave consumidor|id client" },
    { ClientId, true, u"id aplicativo|id aplicação|identificador aplicativo" },
    { ClientSecret, false, u"segredo cliente|chave secreta cliente|segredo client|segredo aplicativo cliente|cliente segredo|client segredo|código secreto cliente|segredo cliente oauth|valor segredo cliente|segredo consumidor|senha secreta cliente|chave cliente secreta" },
    { ClientSecret, true, u"segredo|chave secreta|segredo aplicativo|segredo aplicação|valor segredo|segredo api" },
    { Audience, false, u"audiência|público alvo|audiência api|público|audiência token|identificador api" },
    { TokenEndpoint, false, u"ponto extremidade token|ponto final token|endereço token|url token acesso|endpoint token acesso|url obtenção token|ponto acesso token|url solicitação token|terminal token|url serviço token|servidor tokens|url geração token|endpoint geração token|endereço url token|uri token acesso" },
    { Scope, false, u"escopo|escopos|âmbito|âmbitos|escopo acesso|escopos acesso" },
    { GrantType, false, u"tipo concessão|tipo autorização|tipo grant|tipo outorga|tipo fluxo|fluxo oauth|fluxo|tipo permissão" },
    { Environment, false, u"ambiente|nome ambiente|ambiente destino" },
    { Body, false, u"tipo conteúdo|formato corpo|formato requisição|corpo|formato pedido" },
    { Authentication, false, u"autenticação cliente|método autenticação|método autenticação cliente|autenticação|tipo autenticação" },

    // it
    { ClientId, false, u"id client|id cliente|identificativo client|identificatore client|identificativo cliente|identificatore cliente|id applicazione client|codice client id|identificativo applicazione client|id client oauth|chiave consumer|identificatore applicazione client" },
    { ClientId, true, u"id applicazione|identificativo|identificatore|identificativo applicazione|identificatore applicazione" },
    { ClientSecret, false, u"segreto client|segreto cliente|chiave segreta client|chiave segreta cliente|client segreto|codice segreto client|segreto applicazione client|valore segreto client|segreto client oauth|chiave client segreta|segreto consumer" },
    { ClientSecret, true, u"segreto|chiave segreta|segreto applicazione|valore segreto|segreto api" },
    { Audience, false, u"audience|destinatari api|pubblico|pubblico destinatario|audience api|identificatore api|identificativo api|pubblico destinazione" },
    { TokenEndpoint, false, u"indirizzo token|punto finale token|url token accesso|endpoint token accesso|url richiesta token|url servizio token|indirizzo url token|uri token accesso|url ottenimento token|punto accesso token|server token" },
    { Scope, false, u"ambito|ambiti|ambito accesso|ambiti accesso|portata" },
    { GrantType, false, u"tipo concessione|tipo autorizzazione|tipo grant|tipo flusso|flusso oauth|flusso|tipologia grant|tipo sovvenzione" },
    { Environment, false, u"ambiente|nome ambiente|ambiente destinazione" },
    { Body, false, u"tipo contenuto|formato corpo|formato richiesta|corpo|formato body" },
    { Authentication, false, u"autenticazione client|metodo autenticazione|metodo autenticazione client|autenticazione|tipo autenticazione" },
};

} // namespace

std::span<const LabelRow> labelRows()
{
    return rows;
}

} // namespace mintmark::paste
