"""The three viewers of a post, each as it reads mathematics: Jekyll, VS Code's preview, GitHub."""
