// Passkeys: the one thing in Sanad that a browser cannot do without a script.
(function () {
  "use strict";
  if (!window.PublicKeyCredential || !window.isSecureContext) return;

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (sign) { return sign.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function known(list) {
    return (list || []).map(function (one) { return Object.assign({}, one, { id: bytes(one.id) }); });
  }

  // What the site asks, with bytes where it wrote text.
  function asked(options) {
    var key = Object.assign({}, options.publicKey, { challenge: bytes(options.publicKey.challenge) });
    if (key.user) key.user = Object.assign({}, key.user, { id: bytes(key.user.id) });
    if (key.excludeCredentials) key.excludeCredentials = known(key.excludeCredentials);
    if (key.allowCredentials) key.allowCredentials = known(key.allowCredentials);
    return { publicKey: key };
  }

  // What the passkey answers, with text where it gave bytes.
  function answered(credential) {
    var response = {};
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (part) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    });
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: response,
      clientExtensionResults: credential.getClientExtensionResults(),
    });
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    var button = form.querySelector("[data-passkey-button]");
    var failed = form.querySelector("[data-passkey-failed]");
    var options = JSON.parse(form.dataset.options);
    button.hidden = false;
    form.querySelector("[data-passkey-missing]").hidden = true;
    form.addEventListener("submit", function (event) {
      if (form.elements.answer.value) return;
      event.preventDefault();
      failed.hidden = true;
      navigator.credentials[form.dataset.passkey](asked(options)).then(function (credential) {
        form.elements.answer.value = answered(credential);
        form.requestSubmit();
      }).catch(function () { failed.hidden = false; });
    });
  });
})();
