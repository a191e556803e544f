// A one-time link is used by pressing, not by opening: messengers open links to preview them.
import { t, fillTexts, linkProblemText } from "/field/text.js";

fillTexts(document);
const problem = document.getElementById("problem");
const button = document.getElementById("open");

button.addEventListener("click", async () => {
    button.disabled = true;
    try {
        const answer = await fetch("/api/v1/links?cookie=1", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ token: location.hash.slice(1) }),
        });
        if (answer.ok)
            return location.replace("/field");
        problem.textContent = linkProblemText(await answer.json());
    } catch {
        problem.textContent = t("no_hub");
    }
    problem.hidden = false;
    button.disabled = false;
});
