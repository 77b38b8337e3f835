// A certified OpenID Connect provider (npm oidc-provider) with one client per signing algorithm and one machine.
// It is started by the test beside it, which gives the configuration as JSON in the first argument.
import { Provider } from "oidc-provider";

const { issuer, port, audience, algorithms, signingKeys, clientKeys, redirectUri, afterLogout, logoutReceiver } = JSON.parse(process.argv[2]);

const person = (algorithm) => ({
  client_id: `register-${algorithm}`,
  redirect_uris: [redirectUri],
  post_logout_redirect_uris: [afterLogout],
  response_types: ["code"],
  grant_types: ["authorization_code"],
  token_endpoint_auth_method: "private_key_jwt",
  id_token_signed_response_alg: algorithm,
  backchannel_logout_uri: logoutReceiver,
  backchannel_logout_session_required: true,
  jwks: clientKeys,
});

const machine = {
  client_id: "machine",
  redirect_uris: [],
  response_types: [],
  grant_types: ["client_credentials"],
  token_endpoint_auth_method: "private_key_jwt",
  jwks: clientKeys,
};

const provider = new Provider(issuer, {
  clients: [...algorithms.map(person), machine],
  jwks: signingKeys,
  cookies: { keys: ["only for this test"] },
  claims: { openid: ["sub"], profile: ["name"], email: ["email"] },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, name: `Person ${id}`, email: `${id}@people.example` }) }),
  pkce: { required: () => true },
  // It never calls an address of this machine; here the register that hears of a logout has one.
  fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  features: {
    devInteractions: { enabled: true },
    backchannelLogout: { enabled: true },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: () => ({ scope: "", audience, accessTokenFormat: "jwt", accessTokenTTL: 60, jwt: { sign: { alg: "RS256" } } }),
    },
  },
});

provider.listen(port, "127.0.0.1", () => console.log("ready"));
