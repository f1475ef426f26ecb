// Puts the chat on the demo shop, as the snippet does on any web site:
//
//   <script src="https://chat.example.com/widget.js" data-site="KEY" async></script>
//
// The chat server is the one that this page came from, or the one of ?chat=http://chat.localhost:PORT, to see the widget
// across origins. Nothing but this machine is accepted there: a link must not be able to bring a foreign script in.
(function () {
  'use strict';

  var asked = new URLSearchParams(location.search).get('chat');
  var chat = localOrigin(asked) || location.origin;

  var script = document.createElement('script');
  script.src = chat + '/widget.js';
  script.dataset.site = 'demo';
  script.async = true;
  document.head.append(script);

  document.addEventListener('DOMContentLoaded', function () {
    if (chat !== location.origin) keepChatServer();
    document.querySelectorAll('[data-opens-chat]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        window.rapport('open');
      });
    });
  });

  window.rapport =
    window.rapport ||
    function () {
      (window.rapport.q = window.rapport.q || []).push(arguments);
    };

  function localOrigin(address) {
    try {
      var url = new URL(address);
      var local = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
      return local && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : null;
    } catch (notAnAddress) {
      return null;
    }
  }

  function keepChatServer() {
    document.querySelectorAll('a[href]').forEach(function (link) {
      if (link.origin !== location.origin) return;
      var url = new URL(link.href);
      url.searchParams.set('chat', chat);
      link.href = url.href;
    });
  }
})();
