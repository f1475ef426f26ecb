package io.rapport.browser;

/**
 * Somebody who opens the chat on the demo shop.
 *
 * @param phone as typed
 * @param reason one of the demo's options
 */
record Customer(String name, String email, String phone, String reason, String question) {
    static final Customer VIETNAMESE = new Customer(
            "Nguyễn Thị Hương Giang Thảo Vy",
            "huong.giang.thao.vy.nguyen@lantern-and-leaf.example",
            "+84 912 345 678",
            "A refund",
            "Chào shop! I want a refund for order 1234: the tea arrived with a broken tin. Mình gửi ảnh được không?");

    static final Customer GERMAN = new Customer(
            "Maximilian-Alexander von Schwarzenberg-Hohenlohe zu Donaueschingen",
            "maximilian.schwarzenberg@donaudampfschifffahrtsgesellschaft.example",
            "+49 30 901820",
            "Something else",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: liefern Sie dorthin?");

    void write(ShopPage shop) {
        shop.openChat().fill(name, email, phone, reason).startChat(question).shows(question);
    }
}
