// Has the browser make or show a passkey. Answers are JSON; an empty one says that there is none, since its owner would not, or has none.
(() => {
  const ask = (step, parse, options) => {
    try {
      return step({ publicKey: parse(JSON.parse(options)) }).then(passkey => JSON.stringify(passkey), () => '');
    } catch (refused) {
      return Promise.resolve('');
    }
  };
  const known = window.PublicKeyCredential;
  window.passkeys = {
    // Older browsers would have to be told each part of what is asked by itself.
    supported: Boolean(known && known.parseRequestOptionsFromJSON && known.parseCreationOptionsFromJSON && known.prototype.toJSON),
    make: options => ask(asked => navigator.credentials.create(asked), known.parseCreationOptionsFromJSON.bind(known), options),
    show: options => ask(asked => navigator.credentials.get(asked), known.parseRequestOptionsFromJSON.bind(known), options)
  };
})();
